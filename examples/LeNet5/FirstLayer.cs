namespace DigitRecognition;

/// <summary>The convolution whose filters and feature maps are drawn, described by constants of the generated network.</summary>
internal sealed record FirstLayer(string Name, int Height, int Width, int Channels)
{
    public static FirstLayer OfLeNet5 { get; } = new(
        "C1", LeNet5.Facts.C1.OutputHeight, LeNet5.Facts.C1.OutputWidth, LeNet5.Facts.C1.OutputChannels);

    public static FirstLayer OfModernLeNet5 { get; } = new(
        "C1", ModernLeNet5.Facts.C1.OutputHeight, ModernLeNet5.Facts.C1.OutputWidth, ModernLeNet5.Facts.C1.OutputChannels);

    public static FirstLayer OfLeNet5Of1998 { get; } = new(
        "C1", LeNet5Of1998.Facts.C1.OutputHeight, LeNet5Of1998.Facts.C1.OutputWidth, LeNet5Of1998.Facts.C1.OutputChannels);

    public static FirstLayer OfResidualNetwork { get; } = new(
        "C1", ResidualNetwork.Facts.C1.OutputHeight, ResidualNetwork.Facts.C1.OutputWidth, ResidualNetwork.Facts.C1.OutputChannels);
}
