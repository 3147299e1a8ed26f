using Microsoft.CodeAnalysis;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Parsing;

/// <summary>Members of a user's class that a generated one would repeat.</summary>
internal static class MemberCollisions
{
    private static readonly HashSet<string> Values = new(StringComparer.Ordinal)
    {
        "InputLength", "OutputLength", "ParameterCount", "ParameterBytes", "Multiplies", "InferenceBytes", "TrainingBytes",
        "InferenceParameterCount", "InferenceScratchBytes", "PackedParameterBytes", "TrainingPackedBytes", "TrainingScratchBytes", "Summary", "Facts", "Threads", "Parameters",
    };

    // Methods of the same name with other parameters are overloads, and welcome.
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        ".ctor(int)",
        "Predict(System.ReadOnlySpan<float>,System.Span<float>)",
        "Predict(System.ReadOnlySpan<float>)",
        "PredictLogits(System.ReadOnlySpan<float>,System.Span<float>)",
        "CreateTrainingPass(int,int)",
        "Save(string)",
        "Load(string)",
    };

    private static readonly HashSet<string> MethodNames = new(Methods.Select(method => method.Substring(0, method.IndexOf('('))), StringComparer.Ordinal);

    private static readonly SymbolDisplayFormat Plain = SymbolDisplayFormat.CSharpErrorMessageFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Reports the first collision; true when there is none.</summary>
    public static bool Find(INamedTypeSymbol type, ICollection<Problem> problems, CancellationToken cancellation)
    {
        foreach (ISymbol member in type.GetMembers().Where(member => !member.IsImplicitlyDeclared && IsUsers(member)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Collides(member))
            {
                string name = member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? "a constructor that takes an int" : $"a member {member.Name}";
                problems.Add(new Problem(
                    RuleIds.UnsuitableClass, -1, null, $"{type.Name} has {name}, which the network generates; rename or remove it"));
                return false;
            }
        }

        return true;
    }

    private static bool Collides(ISymbol member) =>
        Values.Contains(member.Name) || (member is IMethodSymbol { Arity: 0 } method
            ? Methods.Contains($"{method.MetadataName}({string.Join(",", method.Parameters.Select(parameter => parameter.Type.ToDisplayString(Plain)))})")
            : MethodNames.Contains(member.Name));

    private static bool IsUsers(ISymbol member) => !member.DeclaringSyntaxReferences.Any(reference => Declarations.IsGenerated(reference.SyntaxTree));
}
