namespace NetDsl;

/// <summary>Where a training pass stands in its random numbers, which have no other state.</summary>
/// <param name="Seed">The network's seed.</param>
/// <param name="Step">Forward passes so far.</param>
public readonly record struct RandomState(int Seed, int Step);
