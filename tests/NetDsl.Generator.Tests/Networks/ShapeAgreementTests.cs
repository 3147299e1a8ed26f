using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Generator.Model;
using NetDsl.Generator.Parsing;
using NetDsl.Generator.Shapes;
using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Networks;

/// <summary>Inferred shapes of many random networks against the reference, which counts windows one by one.</summary>
public sealed class ShapeAgreementTests
{
    private const int Networks = 300;

    [Fact]
    public void Random_networks_have_the_references_shapes_and_parameters()
    {
        ReferenceNetwork[] references = [.. Enumerable.Range(0, Networks).Select(RandomNetwork.Draw)];
        string source = "using NetDsl;\n" + string.Join("\n", references.Select((network, seed) => network.Declare($"N{seed}")));
        CSharpCompilation compilation = ProjectCompiler.Compile(HarnessOptions.Default, source);
        for (int seed = 0; seed < Networks; seed++)
        {
            INamedTypeSymbol type = compilation.GetTypeByMetadataName($"N{seed}")!;
            Compare(references[seed], ShapeInference.Infer(NetworkParser.Parse(type, CancellationToken.None)), seed);
        }
    }

    private static void Compare(ReferenceNetwork reference, ShapedNetwork inferred, int seed)
    {
        string declaration = $"RandomNetwork.Draw({seed}):\n{reference.Declare("N")}";
        Assert.True(inferred.IsSound, $"{declaration}{string.Join("\n", inferred.Problems.Select(problem => problem.Message))}");
        Assert.Equal(reference.LayerNames(), inferred.Layers.Select(layer => layer.Name));
        for (int i = 0; i < reference.Layers.Count; i++)
        {
            ReferenceShape expected = reference.OutputOf(i);
            Shape actual = inferred.Layers[i].Output;
            Assert.True(
                (expected.Rank, expected.Depth, expected.Height, expected.Width, expected.Channels) == (actual.Rank, actual.Depth, actual.Height, actual.Width, actual.Channels),
                $"Layer {i} gives {actual} instead of {expected} in {declaration}");
        }

        Assert.Equal(
            reference.Parameters.Select(parameter => $"{parameter.Name} {string.Join("x", parameter.Shape)}"),
            inferred.Layers.SelectMany(layer => layer.Operation.Parameters.Select(parameter => $"{layer.Name}.{parameter.Name} {string.Join("x", parameter.Shape)}")));
    }
}
