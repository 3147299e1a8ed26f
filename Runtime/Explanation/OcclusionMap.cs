namespace NetDsl;

/// <summary>
/// How much a class's probability falls when a part of the picture is covered (Zeiler and Fergus 2013, "Visualizing and understanding
/// convolutional networks", section 4.2).
/// </summary>
public static class OcclusionMap
{
    private const int Together = 32;

    /// <summary>Covers the picture with a square at one place after the other.</summary>
    /// <param name="network">The network; after a softmax its output is a probability.</param>
    /// <param name="sample">One sample.</param>
    /// <param name="shape">The sample's shape.</param>
    /// <param name="output">The output, such as a class.</param>
    /// <param name="size">Rows and columns of the square.</param>
    /// <param name="stride">Pixels from one place to the next.</param>
    /// <param name="fill">The value that covers; 0 is the mean of normalised inputs.</param>
    /// <returns>For each pixel, row by row, the mean fall over the squares that cover it; below 0 where covering helps.</returns>
    /// <exception cref="ArgumentException">The sample is not the network's, there is no such output, or the square does not fit.</exception>
    public static float[] Map<TNetwork>(
        TNetwork network, ReadOnlySpan<float> sample, SampleShape shape, int output, int size, int stride, float fill = 0)
        where TNetwork : class, INetwork<TNetwork>
    {
        ExplanationArgument.Check<TNetwork>(sample, shape.Channels, output);
        if (shape.Length != sample.Length)
        {
            throw new ArgumentException($"The sample has {SampleGeometry.Text(sample.Length)} values; its shape {shape} has {SampleGeometry.Text(shape.Length)}");
        }

        TransformArgument.Within(size, 1, Math.Min(shape.Height, shape.Width), "The size of the covering square");
        TransformArgument.Within(stride, 1, size, "The stride of the covering square");
        (int Top, int Left)[] places = [.. Places(shape.Height, size, stride).SelectMany(top => Places(shape.Width, size, stride).Select(left => (top, left)))];
        float whole = network.Predict(sample)[output];
        var falls = new double[shape.Height * shape.Width];
        var covers = new int[falls.Length];
        var inputs = new float[Together * sample.Length];
        var outputs = new float[Together * TNetwork.OutputLength];
        for (int done = 0; done < places.Length; done += Together)
        {
            int count = Math.Min(Together, places.Length - done);
            for (int i = 0; i < count; i++)
            {
                Span<float> covered = inputs.AsSpan(i * sample.Length, sample.Length);
                sample.CopyTo(covered);
                ForEachRow(places[done + i], size, shape.Width, covered, (row, length, values) => values.Slice(row * shape.Channels, length * shape.Channels).Fill(fill));
            }

            network.Predict(inputs.AsSpan(0, count * sample.Length), outputs.AsSpan(0, count * TNetwork.OutputLength));
            for (int i = 0; i < count; i++)
            {
                double fall = whole - outputs[i * TNetwork.OutputLength + output];
                ForEachRow(places[done + i], size, shape.Width, default, (start, length, _) =>
                {
                    for (int pixel = start; pixel < start + length; pixel++)
                    {
                        falls[pixel] += fall;
                        covers[pixel]++;
                    }
                });
            }
        }

        return [.. falls.Select((fall, pixel) => (float)(fall / covers[pixel]))];
    }

    private delegate void RowAction(int start, int length, Span<float> values);

    private static void ForEachRow((int Top, int Left) place, int size, int width, Span<float> values, RowAction action)
    {
        for (int row = place.Top; row < place.Top + size; row++)
        {
            action(row * width + place.Left, size, values);
        }
    }

    // The last place is at the edge, so that every pixel is covered.
    private static IEnumerable<int> Places(int length, int size, int stride)
    {
        for (int place = 0; place < length - size; place += stride)
        {
            yield return place;
        }

        yield return length - size;
    }
}
