namespace NetDsl.Peers;

/// <summary>Everything that can be timed, in the order of the tables.</summary>
internal static partial class Catalogue
{
    /// <summary>Single layers: channels in and out, then height and width of the input; s is the stride.</summary>
    public static IReadOnlyList<Candidate> Layers { get; } =
    [
        new Candidate<Conv5x5Of3To200>("conv5x5-3-200-100x150", Conv5x5Of3To200.Export),
        new Candidate<Conv3x3Of64To64>("conv3x3-64-64-56", Conv3x3Of64To64.Export),
        new Candidate<Conv3x3Of128To128>("conv3x3-128-128-28", Conv3x3Of128To128.Export),
        new Candidate<Conv3x3Of256To256>("conv3x3-256-256-14", Conv3x3Of256To256.Export),
        new Candidate<Conv3x3Of512To512>("conv3x3-512-512-7", Conv3x3Of512To512.Export),
        new Candidate<Conv1x1Of256To64>("conv1x1-256-64-56", Conv1x1Of256To64.Export),
        new Candidate<Conv1x1Of64To256>("conv1x1-64-256-56", Conv1x1Of64To256.Export),
        new Candidate<Conv7x7Of3To64>("conv7x7s2-3-64-224", Conv7x7Of3To64.Export),
        new Candidate<Conv11x11Of3To96>("conv11x11s4-3-96-227", Conv11x11Of3To96.Export),
        new Candidate<Conv5x5Of1To6>("conv5x5-1-6-32", Conv5x5Of1To6.Export),
        new Candidate<Conv5x5Of6To16>("conv5x5-6-16-14", Conv5x5Of6To16.Export),
        new Candidate<Depthwise3x3Of128>("depthwise3x3-128-56", Depthwise3x3Of128.Export),
    ];

    public static IReadOnlyList<Candidate> Networks { get; } = WithLarge(
    [
        new Candidate<LeNet5>("lenet5", LeNet5.Export),
        new Candidate<ResNet18>("resnet18", ResNet18.Export),
    ]);

    private static Dictionary<string, IReadOnlyList<Candidate>> Groups { get; } = new(StringComparer.Ordinal)
    {
        ["layers"] = Layers,
        ["nets"] = Networks,
    };

    /// <summary>Everything that the command line can name.</summary>
    public static IEnumerable<string> Names => [.. Groups.Keys, .. Layers.Concat(Networks).Select(candidate => candidate.Name)];

    /// <summary>A group's members, or the one of that name.</summary>
    public static IEnumerable<Candidate> Find(string name) =>
        Groups.TryGetValue(name, out IReadOnlyList<Candidate>? members) ? members : Layers.Concat(Networks).Where(candidate => candidate.Name == name);

    /// <summary>Networks whose memory can be measured.</summary>
    public static IReadOnlyList<Footprint> Footprints()
    {
        var all = new List<Footprint>
        {
            Footprint.Of<ResNet18>("resnet18", ResNet18.ParameterBytes, ResNet18.PackedParameterBytes, ResNet18.InferenceBytes, ResNet18.InferenceScratchBytes),
        };
        AddLarge(all);
        return all;
    }

    private static List<Candidate> WithLarge(List<Candidate> networks)
    {
        AddLarge(networks);
        return networks;
    }

    // These have bodies unless the large networks were left out of the build.
    static partial void AddLarge(List<Candidate> networks);

    static partial void AddLarge(List<Footprint> networks);
}
