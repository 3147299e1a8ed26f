using NetDsl;

namespace VisualCortex.Chapters;

/// <summary>A convolution that keeps height, width and maps, to be repeated.</summary>
public sealed class LookAgainAttribute : BlockAttribute
{
    [Conv2d(3, 3, 16, Padding.Same), Relu]
    public LookAgainAttribute()
    {
    }
}

/// <summary>Two layers of one size.</summary>
[Network, Input(64, 64, 16), LookAgain(Repeat = 2)]
public sealed partial class ChainOf2;

/// <summary>Eight layers of one size.</summary>
[Network, Input(64, 64, 16), LookAgain(Repeat = 8)]
public sealed partial class ChainOf8;

/// <summary>32 layers of one size.</summary>
[Network, Input(64, 64, 16), LookAgain(Repeat = 32)]
public sealed partial class ChainOf32;

internal static class MemoryOfNetworks
{
    public static void Show()
    {
        Page.Heading("What whole networks cost");
        Page.Text("""
            Chains of equal layers show the rule: however deep, inference takes the room of two layers. Training takes it of all.

              network        parameters   multiplications   parameters take   inference takes   training takes
            """);
        Line<ChainOf2>("2 layers");
        Line<ChainOf8>("8 layers");
        Line<ChainOf32>("32 layers");
        Line<DigitRecognition.LeNet5>("LeNet-5");
        Line<ClassicNetworks.AlexNet>("AlexNet");
        Line<ClassicNetworks.ResNet152>("ResNet-152");
        Page.Text("""
            Inference and training are for one sample, without the parameters. A batch in training takes as many times more; a batch in
            prediction does not, for its samples go through one after the other.
            """);
    }

    private static void Line<TNetwork>(string name)
        where TNetwork : class, INetwork<TNetwork> => Console.WriteLine(
            $"  {name,-12}{TNetwork.ParameterCount,13:N0} {TNetwork.Multiplies,16:N0} {Memory.Size(TNetwork.ParameterCount * sizeof(float)),17} "
            + $"{Memory.Size(TNetwork.InferenceBytes),17} {Memory.Size(TNetwork.TrainingBytes),16}");
}
