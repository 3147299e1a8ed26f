namespace NetDsl.Peers;

internal static partial class Catalogue
{
    static partial void AddLarge(List<Candidate> networks) => networks.AddRange(
    [
        new Candidate<AlexNet>("alexnet", AlexNet.Export),
        new Candidate<GoogLeNet>("googlenet", GoogLeNet.Export),
        new Candidate<ResNet50>("resnet50", ResNet50.Export),
        new Candidate<ResNet152>("resnet152", ResNet152.Export),
    ]);

    static partial void AddLarge(List<Footprint> networks) => networks.AddRange(
    [
        Footprint.Of<AlexNet>("alexnet", AlexNet.ParameterBytes, AlexNet.PackedParameterBytes, AlexNet.InferenceBytes, AlexNet.InferenceScratchBytes),
        Footprint.Of<ResNet152>("resnet152", ResNet152.ParameterBytes, ResNet152.PackedParameterBytes, ResNet152.InferenceBytes, ResNet152.InferenceScratchBytes),
    ]);
}
