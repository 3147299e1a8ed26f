namespace ClassicNetworks;

/// <summary>Noise with a label for each picture: nothing that means anything, but a network can learn which is which.</summary>
internal static class MadeUpPictures
{
    public static (float[] Pictures, int[] Labels) Draw(int seed, int count, int length, int classes)
    {
        var random = new Random(seed);
        var pictures = new float[count * length];
        for (int i = 0; i < pictures.Length; i++)
        {
            pictures[i] = (2 * random.NextSingle()) - 1;
        }

        int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))];
        return (pictures, labels);
    }
}
