using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetDsl.Testing.Harness;

/// <summary>What a user's project references: the framework, the attributes and the runtime library.</summary>
internal static class ProjectReferences
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> Cached = new(Find);

    public static ImmutableArray<MetadataReference> All => Cached.Value;

    private static ImmutableArray<MetadataReference> Find()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        IEnumerable<string> assemblies = trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == framework);
        string[] own = [typeof(Padding).Assembly.Location, typeof(ParameterSet).Assembly.Location];
        return [.. assemblies.Concat(own).Select(path => MetadataReference.CreateFromFile(path))];
    }
}
