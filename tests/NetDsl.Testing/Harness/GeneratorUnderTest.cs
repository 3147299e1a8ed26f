using Microsoft.CodeAnalysis;

namespace NetDsl.Testing.Harness;

/// <summary>The one place that finds the generator's class.</summary>
internal static class GeneratorUnderTest
{
    private static readonly Type Generator = typeof(NetDsl.Generator.Model.NetworkModel).Assembly.GetTypes()
        .Single(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IIncrementalGenerator)));

    public static IIncrementalGenerator Create() => (IIncrementalGenerator)Activator.CreateInstance(Generator)!;
}
