using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

/// <summary>The windows that every pool of sequences, and every pool of volumes, is tested with.</summary>
internal static class PoolCases
{
    public static LayerCases OfSequences(Func<Window1d, ReferenceLayer> pool)
    {
        var cases = new LayerCases();
        foreach (int channels in new[] { 1, 3, 17 })
        {
            foreach (bool same in new[] { false, true })
            {
                cases.Add(ReferenceShape.Sequence(11, channels), pool(new Window1d(2) { Same = same, Stride = 2 }));
                cases.Add(ReferenceShape.Sequence(13, channels), pool(new Window1d(4) { Same = same, Stride = 3 }));
                cases.Add(ReferenceShape.Sequence(12, channels), pool(new Window1d(2) { Same = same, Stride = 5 }));
            }
        }

        var three = new Window1d(3) { Stride = 3 };
        cases.Add(ReferenceShape.Sequence(9, 3), pool(three with { Stride = 2, Pads = (2, 1) }));
        cases.Add(ReferenceShape.Sequence(8, 3), pool(three with { Stride = 2, Ceil = true }));
        cases.Add(ReferenceShape.Sequence(1, 2), pool(three with { Same = true }));
        cases.Add(ReferenceShape.Sequence(40, 3), new ReferenceConv1d(5, 6), ReferenceActivation.Relu(), pool(three), new ReferenceConv1d(3, 4, same: true), new ReferenceDense(2));
        return cases;
    }

    public static LayerCases OfVolumes(Func<Window3d, ReferenceLayer> pool)
    {
        var cases = new LayerCases();
        foreach (int channels in new[] { 1, 3, 17 })
        {
            foreach (bool same in new[] { false, true })
            {
                cases.Add(ReferenceShape.Volume(3, 5, 4, channels), pool(Cube(2, stride: 2, same)));
                cases.Add(ReferenceShape.Volume(5, 3, 5, channels), pool(new Window3d(3, new Window2d(2, 3) { Same = same, StrideWidth = 2 }) { StrideDepth = 2 }));
            }
        }

        var padded = new Window2d(3, 2) { StrideHeight = 2, StrideWidth = 4, Pads = new(2, 1, 0, 1) };
        cases.Add(ReferenceShape.Volume(5, 4, 6, 3), pool(new Window3d(2, padded) { StrideDepth = 3, Pads = (1, 0) }));
        cases.Add(ReferenceShape.Volume(4, 4, 4, 3), pool(Cube(3, stride: 2, same: false, ceil: true)));
        cases.Add(ReferenceShape.Volume(1, 2, 1, 2), pool(Cube(3, stride: 3, same: true)));
        cases.Add(ReferenceShape.Volume(3, 4, 5, 2), ReferenceActivation.Tanh(), pool(Cube(2, stride: 2, same: true)), new ReferenceDense(3));
        return cases;
    }

    private static Window3d Cube(int size, int stride, bool same, bool ceil = false) =>
        new(size, new Window2d(size, size) { Same = same, StrideHeight = stride, StrideWidth = stride, Ceil = ceil }) { StrideDepth = stride };
}
