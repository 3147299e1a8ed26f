using System.Reflection;
using NetDsl.Generator.Model;

namespace NetDsl.Analyzers.Tests.Parsing;

/// <summary>A model that held a symbol or a tree would keep a whole compilation alive.</summary>
public class ModelGraphTests
{
    private const string Faulty = "[Network, Input(3, 3, 1), Conv2d(5, 5, 6), Dense(0), Missing, Relu(Name = \"a b\")] class N { int Facts; }";

    [Theory]
    [InlineData(Source.LeNet)]
    [InlineData(Source.Residual)]
    [InlineData(Faulty)]
    public void HoldsNothingOfTheCompiler(string source)
    {
        ShapedNetwork network = Source.Infer(source);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<object>([network]);
        while (pending.TryPop(out object? item))
        {
            Type type = item.GetType();
            Assert.False(type.Namespace!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"{type} is reachable");
            if (type.IsPrimitive || item is string || !seen.Add(item))
            {
                continue;
            }

            IEnumerable<object?> children = item is Array array ? array.Cast<object?>() : Fields(type).Select(field => field.GetValue(item));
            foreach (object child in children.OfType<object>())
            {
                pending.Push(child);
            }
        }

        Assert.Contains(seen, item => item is LayerModel);
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (Type? level = type; level is not null; level = level.BaseType)
        {
            foreach (FieldInfo field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }
}
