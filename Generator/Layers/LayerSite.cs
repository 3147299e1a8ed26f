using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>An attribute where it stands: on the network's class, or in one copy of a block. Knows whom a fault is to be told.</summary>
internal sealed class LayerSite
{
    private static readonly Dictionary<string, object> NoScope = [];

    private LayerSite(LayerModel layer, string path, BlockCopy? block)
    {
        Layer = layer;
        Path = path;
        Block = block;
    }

    public LayerModel Layer { get; }

    /// <summary>The layer's name from the network on, with dots.</summary>
    public string Path { get; }

    /// <summary>The copy of a block that it stands in; null on the network's class.</summary>
    public BlockCopy? Block { get; }

    /// <summary>Index of the attribute of the network's class that brings it in.</summary>
    public int Attribute => Block is null ? Layer.Attribute : Block.Use.Attribute;

    /// <summary>Values of the identifiers in constant expression strings.</summary>
    public IReadOnlyDictionary<string, object> Scope => Block?.Scope ?? NoScope;

    public bool IsInFaultyBlock => Block?.IsFaulty == true;

    /// <summary>Whether the generator put the layer there, so that nobody can change its arguments.</summary>
    public bool IsStandIn { get; private init; }

    public static LayerSite OfNetwork(LayerModel layer, string name) => new(layer, name, null);

    public static LayerSite Of(LayerModel layer, string name, BlockCopy? block) =>
        new(layer, block is null ? name : $"{block.Path}.{name}", block);

    /// <summary>A layer that the generator puts in the place of this one.</summary>
    public LayerSite Stand(LayerModel layer, string path) => new(layer, path, Block) { IsStandIn = true };

    /// <summary>A text: as written, or the value of the block's parameter that it names.</summary>
    public string? Text(string argument) =>
        Layer.Value(argument) is not string text ? null
        : Scope.TryGetValue(text, out object? value) && value is string given ? given
        : text;

    /// <summary>A fault of the declaration right here, whatever the values of a block's parameters.</summary>
    public Problem Own(string id, string? argument, string message) =>
        Block is null || !Block.Block.InSource ? Outward(id, argument, message, _ => null)
        : new Problem(id, Attribute, null, message, Origin: Place(argument));

    /// <summary>A fault of the arguments, on any input: told where the value comes from.</summary>
    public Problem Fault(string id, string? argument, string message) => Outward(id, argument, message, site => site.Reads(id, argument));

    /// <summary>A doubt about some arguments, on any input: told where their values come from.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="arguments">The arguments, the one to show first.</param>
    /// <param name="message">What is doubtful.</param>
    public Problem Doubt(string id, string arguments, string message) => Outward(
        id, arguments, message,
        site => site.ReadBy(site.Layer.Arguments.Where(candidate => arguments.Split(Problem.Or).Contains(candidate.Name))));

    /// <summary>A fault of the layer on its input: told where the network brings the layer in.</summary>
    public Problem Mismatch(string id, string? argument, string message) =>
        Block is null ? new Problem(id, Layer.Attribute, argument, message)
        : new Problem(id, Attribute, null, WithPath(message), Shown: Place(argument));

    private Problem Outward(string id, string? argument, string message, Func<LayerSite, string?> reads)
    {
        LayerSite site = this;
        string? cause = argument;
        string? parameter = reads(site);
        while (site.Block is { } block && (parameter is not null || !block.Block.InSource))
        {
            site = block.Use;
            cause = parameter;
            parameter = cause is null ? null : site.Reads(RuleIds.NoValue, cause);
        }

        string text = site == this ? message : WithPath(message);
        BlockPlace? shown = site == this || !Block!.Block.InSource ? null : Place(argument);
        return site.Block is null
            ? new Problem(id, site.Layer.Attribute, cause, text, Shown: shown)
            : new Problem(id, site.Attribute, null, text, Origin: site.Place(cause), Shown: shown);
    }

    /// <summary>The parameter of the block around it that an argument depends on, or null.</summary>
    private string? Reads(string id, string? argument)
    {
        string? found = argument is null ? null : ReadBy(Layer.Arguments.Where(candidate => candidate.Name == argument));

        // Other rules compare several arguments of a layer.
        bool concernsOne = argument is not null && id is RuleIds.NoValue or RuleIds.OutOfRange or RuleIds.UnusableName or RuleIds.BrokenGraph;
        return found is not null || concernsOne ? found : ReadBy(Layer.Arguments);
    }

    private string? ReadBy(IEnumerable<ArgumentModel> arguments) => Scope.Count == 0 ? null : arguments
        .Select(candidate => candidate.Value)
        .OfType<string>()
        .SelectMany(ConstantExpression.Identifiers)
        .FirstOrDefault(Scope.ContainsKey);

    private BlockPlace Place(string? argument) => new(Block!.Block.Constructor, Layer.Attribute, argument);

    private string WithPath(string message) =>
        message.StartsWith(Layer.Kind, StringComparison.Ordinal) ? Path + message.Substring(Layer.Kind.Length) : $"{Path}: {message}";
}
