using Microsoft.CodeAnalysis;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Parsing;

/// <summary>Reads a network's declaration. Half-typed code gives a model too, with what is there.</summary>
internal static class NetworkParser
{
    public static NetworkModel Parse(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        bool extensible = ClassCheck.Find(type, problems, cancellation);
        DeclaredAttributes attributes = DeclaredAttributes.Read(type, problems, cancellation);
        ClassHeader header = ClassHeader.Read(type, cancellation);
        Shape input = attributes.Input is { } declared ? InputReader.Read(declared, problems) : default;
        if (attributes.Input is { IsFinished: false } unfinished)
        {
            problems.Add(Problem.CompilerError(unfinished.Attribute));
        }

        return new NetworkModel(
            header.Namespace, header.ContainingTypes, header.Name, header.Accessibility, header.Modifiers,
            attributes.Training, attributes.Unroll, attributes.Precision, input, attributes.Layers.ToEquatableArray(), attributes.Blocks.ToEquatableArray(),
            problems.ToEquatableArray(), extensible)
        {
            Budget = attributes.Budget,
        };
    }
}
