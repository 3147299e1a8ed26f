namespace NetDsl.Generator.Kernels;

/// <summary>
/// How many vector statements a method may hold: beyond about 1,200 multiply-adds the JIT compiler stops tracking locals, and
/// beyond 20,000 IL instructions it stops optimising, so kernels stay well below.
/// </summary>
internal static class Statements
{
    /// <summary>What unrolling may produce in one method; a test holds every emitted method below 1,000.</summary>
    public const int UnrollLimit = 700;
}
