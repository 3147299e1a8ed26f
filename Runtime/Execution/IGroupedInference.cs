namespace NetDsl.Runtime;

/// <summary>
/// An inference that ends in dense layers whose weights exceed the caches: a batch goes through them in groups of samples, so that memory
/// brings each weight once for a group. For generated code.
/// </summary>
public unsafe interface IGroupedInference
{
    /// <summary>Computes one sample up to those layers.</summary>
    /// <param name="arena">Memory for a sample.</param>
    /// <param name="weights">All parameters.</param>
    /// <param name="packed">Weights in the order in which the kernels read them.</param>
    /// <param name="scratch">What kernels keep to themselves.</param>
    /// <param name="input">The sample where the caller has it.</param>
    /// <param name="worker">Who computes.</param>
    void Head(float* arena, float* weights, float* packed, float* scratch, float* input, Worker worker);

    /// <summary>Computes those layers for a group of samples; every member of the team runs it.</summary>
    /// <param name="group">The group's memory, which begins with the samples' features.</param>
    /// <param name="weights">All parameters.</param>
    /// <param name="worker">The member.</param>
    void Tail(float* group, float* weights, Worker worker);
}
