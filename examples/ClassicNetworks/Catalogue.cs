namespace ClassicNetworks;

/// <summary>All networks in the order of their years.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<Entry> All { get; } =
    [
        new Entry<LeNet5>("lenet5", "LeCun et al. 1998", LeNet5.InferenceParameterCount),
        new Entry<AlexNet>("alexnet", "Krizhevsky et al. 2012", AlexNet.InferenceParameterCount),
        new Entry<AlexNetUngrouped>("alexnet-ungrouped", "Krizhevsky et al. 2012", AlexNetUngrouped.InferenceParameterCount),
        new Entry<ZFNet>("zfnet", "Zeiler and Fergus 2013", ZFNet.InferenceParameterCount),
        new Entry<GoogLeNet>("googlenet", "Szegedy et al. 2014", GoogLeNet.InferenceParameterCount),
        new Entry<ResNet18>("resnet18", "He et al. 2015", ResNet18.InferenceParameterCount),
        new Entry<ResNet34>("resnet34", "He et al. 2015", ResNet34.InferenceParameterCount),
        new Entry<ResNet50>("resnet50", "He et al. 2015", ResNet50.InferenceParameterCount),
        new Entry<ResNet101>("resnet101", "He et al. 2015", ResNet101.InferenceParameterCount),
        new Entry<ResNet152>("resnet152", "He et al. 2015", ResNet152.InferenceParameterCount),
    ];
}
