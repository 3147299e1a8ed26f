using System.Runtime.CompilerServices;
using NetDsl.Runtime;

namespace NetDsl;

/// <summary>
/// Changes a network's weights along their gradients. It keeps its vectors (momentum and the like) for each network
/// that it steps, and parameters that are <see cref="Parameter.Frozen"/> or not <see cref="Parameter.Trainable"/> stay as they are.
/// </summary>
public abstract class Optimizer
{
    private readonly ConditionalWeakTable<ParameterStore, OptimizerState> states = [];
    private readonly ConditionalWeakTable<ParameterStore, OptimizerState>.CreateValueCallback createState;

    private protected Optimizer(ILearningRateSchedule schedule)
    {
        Schedule = schedule;
        LearningRate = schedule.Rate(0);
        createState = store => new OptimizerState(store, SlotCount);
    }

    /// <summary>Where the learning rate comes from.</summary>
    public ILearningRateSchedule Schedule { get; }

    /// <summary>The rate of the epoch under way.</summary>
    public float LearningRate { get; private set; }

    /// <summary>Floats that the method keeps for every weight.</summary>
    private protected abstract int SlotCount { get; }

    /// <summary>Takes the learning rate of the next epoch; the trainer calls it before each.</summary>
    /// <param name="completedEpochs">Epochs done so far, from 0.</param>
    public void BeginEpoch(int completedEpochs) => LearningRate = Schedule.Rate(completedEpochs);

    /// <summary>Changes all trainable weights once, along the gradients of the last backward pass. Allocates nothing once warm.</summary>
    /// <exception cref="InvalidOperationException">No training pass was ever opened, so there are no gradients.</exception>
    public void Step(ParameterSet parameters)
    {
        ParameterStore store = parameters.Store;
        Span<float> values = store.Values;
        ReadOnlySpan<float> gradients = store.Gradients;
        OptimizerState state = StateOf(store);
        state.Steps++;
        for (int i = 0; i < parameters.Count; i++)
        {
            Parameter parameter = parameters[i];
            if (parameter.Learns)
            {
                int offset = store.Offset(i);
                Update(parameter, values.Slice(offset, parameter.Length), gradients.Slice(offset, parameter.Length), state, offset);
            }
        }

        store.Touch();
    }

    /// <summary>What is kept for one network.</summary>
    internal OptimizerState StateOf(ParameterStore store) => states.GetValue(store, createState);

    /// <summary>Takes a rate that no schedule gave, until the next epoch.</summary>
    internal void UseRate(float rate) => LearningRate = rate;

    /// <summary>Changes one parameter.</summary>
    private protected abstract void Update(Parameter parameter, Span<float> weights, ReadOnlySpan<float> gradients, OptimizerState state, int offset);
}
