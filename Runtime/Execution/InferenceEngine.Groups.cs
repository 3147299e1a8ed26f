namespace NetDsl.Runtime;

// Batches of networks that end in dense layers whose weights exceed the caches.
public abstract unsafe partial class InferenceEngine
{
    private sealed partial class Caller
    {
        private PinnedBlock? rows;

        private void PrepareGroup()
        {
            if (samples > 1 && engine.plan.Group is { } group)
            {
                rows ??= new PinnedBlock(group.Floats);
            }
        }

        // The samples of a group are shared among the team up to their features; then all compute the dense layers together.
        private void RunGroups(IGroupedInference grouped, GroupPlan group, Worker worker)
        {
            InferencePlan plan = engine.plan;
            float* memory = rows!.Pointer, weights = engine.Store.ValuePointer, arena = Arena(worker.Index), scratch = Scratch(worker.Index);
            for (int first = 0; first < samples; first += group.Samples)
            {
                int count = Math.Min(group.Samples, samples - first);
                foreach (Share share in worker.Shares(count))
                {
                    for (int sample = share.From; sample < share.To; sample++)
                    {
                        float* input = source + ((long)(first + sample) * plan.InputLength);
                        Load(input, arena, Worker.Alone);
                        grouped.Head(arena, weights, engine.packed.Pointer, scratch, input, Worker.Alone);
                        float* features = group.Features < 0 ? input : arena + group.Features;
                        new ReadOnlySpan<float>(features, group.FeatureFloats).CopyTo(new Span<float>(memory + ((long)sample * group.FeatureRow), group.FeatureFloats));
                    }
                }

                worker.Barrier();
                grouped.Tail(memory, weights, worker);
                worker.Barrier();
                Share mine = worker.Share(count);
                for (int sample = mine.From; sample < mine.To; sample++)
                {
                    var output = new Span<float>(destination + ((long)(first + sample) * plan.OutputLength), plan.OutputLength);
                    new ReadOnlySpan<float>(memory + group.Output + ((long)sample * group.OutputRow), plan.OutputLength).CopyTo(output);
                    plan.Close(output, probabilities);
                }
            }
        }
    }
}
