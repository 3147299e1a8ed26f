using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning;

namespace NetDsl.Generator.Emit;

/// <summary>Prints kernel calls in order; the team meets where a step reads what another thread wrote.</summary>
internal static class StepsEmitter
{
    public static void Write(SourceWriter writer, EquatableArray<Step> steps)
    {
        string layer = "";
        for (int i = 0; i < steps.Count; i++)
        {
            Step step = steps[i];
            if (step.Layer != layer)
            {
                if (i > 0)
                {
                    writer.Line();
                }

                writer.Line("// " + step.Layer);
                layer = step.Layer;
            }

            writer.Line(step.Call);
            if (step.Barrier && i < steps.Count - 1)
            {
                writer.Line("worker.Barrier();");
            }
        }
    }

    /// <param name="layout">What to print.</param>
    /// <param name="unit">Floats of one step of the offset: 1, or a cell of 16 samples.</param>
    public static string Layout(ValueLayout layout, int unit) =>
        $"new CellLayout(Offset: {layout.Constant}{(unit == 1 ? "" : $" / {unit}")}, Height: {layout.Height}, Width: {layout.Width}, Channels: {layout.Channels}, RowPitch: {layout.RowPitch}, PlanePitch: {layout.PlanePitch})";
}
