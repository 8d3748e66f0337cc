namespace Voltloop.Tracing.AskHolders;

/// <summary>Settings of talking to other nodes: section <c>Chain</c>.</summary>
internal sealed class ChainSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Chain";

    /// <summary>Whether nodes on this machine may be asked, over plain http. For trying it out; never in operation.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>How long an answer of this node may be kept before it should be asked again, in hours.</summary>
    public double AnswerHours { get; set; } = 24;

    /// <summary>Questions that one node may send at once.</summary>
    public int AskerBurst { get; set; } = 60;

    /// <summary>Questions per second that one node may send in the long run.</summary>
    public int AskerPerSecond { get; set; } = 10;

    /// <summary>How long one answer is waited for, in seconds.</summary>
    public double AskSeconds { get; set; } = 10;

    /// <summary>How long a walk takes at most, in seconds.</summary>
    public double WalkSeconds { get; set; } = 60;
}
