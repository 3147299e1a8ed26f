namespace NetDsl;

/// <summary>Some samples of a data set, in an order of their own.</summary>
internal class Subset(IImageDataset source, int[] indices) : IImageDataset
{
    public int Count => indices.Length;

    public int SampleLength => source.SampleLength;

    public int Height => source.Height;

    public int Width => source.Width;

    public int Channels => source.Channels;

    public int Classes => source.Classes;

    public IReadOnlyList<string> ClassNames => source.ClassNames;

    public static Subset Of(IImageDataset source, int[] indices) =>
        source is IParallelDataset parallel ? new Parallel(source, parallel, indices) : new Subset(source, indices);

    public int Label(int index) => source.Label(indices[index]);

    public void CopySample(int index, Span<float> destination) => source.CopySample(indices[index], destination);

    private sealed class Parallel(IImageDataset source, IParallelDataset parallel, int[] indices) : Subset(source, indices), IParallelDataset
    {
        private readonly int[] indices = indices;

        public bool MixesLabels => parallel.MixesLabels;

        public void CopySample(int epoch, int index, Span<float> destination) => parallel.CopySample(epoch, indices[index], destination);

        public MixedLabel Label(int epoch, int index) => parallel.Label(epoch, indices[index]);
    }
}
