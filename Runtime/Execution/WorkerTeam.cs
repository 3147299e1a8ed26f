using System.Runtime.ExceptionServices;

namespace NetDsl.Runtime;

/// <summary>
/// The process's helper threads. One caller at a time holds them; a caller that finds them taken works on its own
/// thread, which gives the same result because no result depends on the number of threads.
/// </summary>
public static class WorkerTeam
{
    private static readonly Lock Gate = new();
    private static readonly List<Helper> Helpers = [];
    private static readonly Dictionary<int, Meeting> Meetings = [];

    /// <summary>Runs <paramref name="work"/> on the caller's thread and on up to <paramref name="threads"/> - 1 helpers.</summary>
    public static void Run(int threads, ITeamwork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (threads <= 1 || !Gate.TryEnter())
        {
            work.Run(Worker.Alone);
            return;
        }

        try
        {
            RunTogether(threads, work);
        }
        finally
        {
            Gate.Exit();
        }
    }

    private static void RunTogether(int threads, ITeamwork work)
    {
        while (Helpers.Count < threads - 1)
        {
            Helpers.Add(new Helper());
        }

        if (!Meetings.TryGetValue(threads, out Meeting? meeting))
        {
            Meetings[threads] = meeting = new Meeting(new SpinBarrier(threads), new WorkBoard(threads));
        }

        (SpinBarrier barrier, WorkBoard board) = meeting;
        board.Clear(barrier.Step);

        int processor = Processors.Current;
        for (int index = 1; index < threads; index++)
        {
            Helpers[index - 1].KeepAway(processor);
            Helpers[index - 1].Start(work, new Worker(index, threads, barrier, board), barrier);
        }

        ExceptionDispatchInfo? fault = Attempt(work, new Worker(0, threads, barrier, board), barrier);
        for (int index = 1; index < threads; index++)
        {
            ExceptionDispatchInfo? other = Helpers[index - 1].Finish();
            if (fault is null || fault.SourceException is TeamBrokenException)
            {
                fault = other ?? fault;
            }
        }

        if (fault is not null)
        {
            Meetings.Remove(threads);
            fault.Throw();
        }
    }

    private static ExceptionDispatchInfo? Attempt(ITeamwork work, Worker worker, SpinBarrier barrier)
    {
        try
        {
            work.Run(worker);
            return null;
        }
        catch (Exception exception)
        {
            barrier.Break();
            return ExceptionDispatchInfo.Capture(exception);
        }
    }

    /// <summary>Where members of a team wait for each other, and find work.</summary>
    private sealed record Meeting(SpinBarrier Barrier, WorkBoard Board);

    /// <summary>A thread that waits for work, does its part, and says so.</summary>
    private sealed class Helper
    {
        // Longer than what a trainer does between two steps.
        private const int SpinMicroseconds = 300;
        private readonly SpinSignal requests = new(SpinMicroseconds);
        private readonly SpinSignal answers = new(SpinMicroseconds);
        private ITeamwork? work;
        private Worker worker;
        private SpinBarrier? barrier;
        private ExceptionDispatchInfo? fault;
        private volatile int thread = -1;
        private int avoided = -1;

        public Helper()
        {
            new Thread(Loop) { IsBackground = true, Name = "NetDsl worker" }.Start();
        }

        public void KeepAway(int processor)
        {
            if (processor != avoided && thread >= 0)
            {
                Processors.KeepAway(thread, processor);
                avoided = processor;
            }
        }

        public void Start(ITeamwork next, Worker member, SpinBarrier meeting)
        {
            work = next;
            worker = member;
            barrier = meeting;
            requests.Set(requests.Value + 1);
        }

        /// <summary>Waits for the work's end and returns what went wrong.</summary>
        public ExceptionDispatchInfo? Finish()
        {
            answers.WaitWhile(requests.Value - 1);
            work = null;
            return fault;
        }

        private void Loop()
        {
            thread = Processors.CurrentThread;
            for (int done = 0; ; done++)
            {
                requests.WaitWhile(done);
                fault = Attempt(work!, worker, barrier!);
                answers.Set(done + 1);
            }
        }
    }
}
