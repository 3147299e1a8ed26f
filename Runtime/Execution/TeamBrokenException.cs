namespace NetDsl.Runtime;

/// <summary>Ends a member's work when another member has failed; the team reports the other's fault.</summary>
internal sealed class TeamBrokenException : Exception
{
    public override string Message => "Another thread of the team failed";
}
