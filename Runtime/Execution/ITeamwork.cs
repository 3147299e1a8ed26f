namespace NetDsl.Runtime;

/// <summary>Work that every thread of a team runs through together, each taking its share of every step.</summary>
public interface ITeamwork
{
    /// <summary>Runs the whole work as one member of the team.</summary>
    void Run(Worker worker);
}
