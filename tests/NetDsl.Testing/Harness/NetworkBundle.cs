using System.Collections.Concurrent;
using System.Text;
using NetDsl.Testing.Reference;

namespace NetDsl.Testing.Harness;

/// <summary>
/// Many networks compiled as one project, which is far quicker than one by one. Where the project fails, each network is
/// compiled by itself so that only the guilty ones fail their tests.
/// </summary>
public sealed class NetworkBundle
{
    private const string Namespace = "Bundle";
    private readonly IReadOnlyDictionary<string, ReferenceNetwork> networks;
    private readonly ConcurrentDictionary<InstructionLevel, Lazy<CompiledProject?>> projects = new();
    private readonly ConcurrentDictionary<(string Name, InstructionLevel Level), Lazy<CompiledProject>> singles = new();

    public NetworkBundle(IEnumerable<KeyValuePair<string, ReferenceNetwork>> networks) =>
        this.networks = new Dictionary<string, ReferenceNetwork>(networks);

    public CompiledNetwork Network(string name, InstructionLevel level)
    {
        CompiledProject? all = projects.GetOrAdd(level, key => new(() => TryCompile(key))).Value;
        CompiledProject project = all ?? singles.GetOrAdd((name, level), key => new(() => Compile([key.Name], key.Level))).Value;
        return project.Network($"{Namespace}.{ClassName(name)}");
    }

    /// <summary>A class name for a case's name; the characters that it loses never tell two cases apart.</summary>
    public static string ClassName(string name)
    {
        var text = new StringBuilder("N_");
        foreach (char character in name)
        {
            text.Append(char.IsAsciiLetterOrDigit(character) ? character : '_');
        }

        return text.ToString();
    }

    private CompiledProject? TryCompile(InstructionLevel level)
    {
        try
        {
            return Compile(networks.Keys, level);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private CompiledProject Compile(IEnumerable<string> names, InstructionLevel level)
    {
        IEnumerable<string> classes = names.Select(name => networks[name].Declare(ClassName(name)));
        string source = $"using NetDsl;\nnamespace {Namespace};\n{string.Join("\n", classes)}";
        return GeneratorHarness.Run(source, HarnessOptions.Default with { Level = level }).Load();
    }
}
