using NetDsl.Testing;
using NetDsl.Testing.Golden;
using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Golden;

/// <summary>Generated networks against other frameworks' results, at every instruction level.</summary>
public sealed class GoldenNetworkTests
{
    private static readonly Lazy<NetworkBundle> Bundle = new(() => new NetworkBundle(
        GoldenKinds.Ids.Select(id => KeyValuePair.Create(id, GoldenKinds.Network(GoldenCases.Read(id))))));

    public static TheoryData<string> Cases => GoldenData.Rows;

    public static TheoryData<string, InstructionLevel> CasesAtLevels
    {
        get
        {
            var rows = new TheoryData<string, InstructionLevel>();
            foreach (InstructionLevel level in new[] { InstructionLevel.Vector512, InstructionLevel.Vector256, InstructionLevel.Vector128 })
            {
                foreach (string row in GoldenData.Rows)
                {
                    rows.Add(row, level);
                }
            }

            return rows;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public void Agrees_at_this_machines_level(string id) => Check(id, InstructionLevel.Widest);

    [SkippableTheory]
    [MemberData(nameof(CasesAtLevels))]
    public void Agrees_at_a_forced_level(string id, InstructionLevel level) => Check(id, level);

    private static void Check(string id, InstructionLevel level)
    {
        GoldenCase golden = GoldenCases.Read(id);
        ReferenceNetwork reference = GoldenKinds.Network(golden);
        GoldenData.SetParameters(golden, reference);
        CompiledNetwork network = Bundle.Value.Network(id, level);
        NetworkComparison.SetParameters(reference, network);

        float[] input = golden.Floats("input");
        using TrainingPass pass = network.CreateTrainingPass(golden.Shape("input")[0]);
        if (golden.Kind == GoldenKinds.LossKind)
        {
            CheckLoss(golden, network, pass, input);
            return;
        }

        if (!golden.TrainsOnly)
        {
            Compare(golden, "output", network.Predict(input));
        }

        if (golden.PredictsOnly)
        {
            return;
        }

        Compare(golden, "output", pass.Forward(input));
        CompareIfGiven(golden, "new_moving_mean", network, "moving_mean");
        CompareIfGiven(golden, "new_moving_var_biased", network, "moving_var");
        if (!golden.Has("grad_output"))
        {
            return;
        }

        pass.Backward(golden.Floats("grad_output"));
        Compare(golden, "grad_input", pass.InputGradient);
        foreach (ReferenceParameter parameter in reference.Parameters)
        {
            var gradient = new float[parameter.Value.Length];
            network.Parameters[parameter.Name].CopyGradientTo(gradient);
            if (network.Parameters[parameter.Name].Trainable)
            {
                Compare(golden, "grad_" + GoldenData.ArrayName(parameter), gradient);
            }
        }
    }

    private static void CompareIfGiven(GoldenCase golden, string array, CompiledNetwork network, string parameter)
    {
        if (golden.Has(array))
        {
            Parameter found = network.Parameters.Single(candidate => candidate.Name.EndsWith("." + parameter, StringComparison.Ordinal));
            var values = new float[found.Length];
            found.CopyTo(values);
            Compare(golden, array, values);
        }
    }

    private static void CheckLoss(GoldenCase golden, CompiledNetwork network, TrainingPass pass, float[] input)
    {
        float loss = pass.ForwardBackward(input, golden.Array("labels").Integers());
        Compare(golden, "output", [loss]);
        Compare(golden, "grad_input", pass.InputGradient);
        Compare(golden, "probabilities", network.Predict(input));
    }

    private static void Compare(GoldenCase golden, string array, ReadOnlySpan<float> actual) => ScaledError.Within(
        ScaledError.Tolerance, $"{golden.Id} {array}", ScaledError.Widen(golden.Floats(array)), actual, golden.ErrorScale(array));
}
