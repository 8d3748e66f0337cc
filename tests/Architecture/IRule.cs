namespace Voltloop.Tests.Architecture;

/// <summary>A rule of the house. Its remedy is part of every message.</summary>
public interface IRule
{
    /// <summary>What to do when the rule is broken.</summary>
    string Remedy { get; }

    /// <summary>Every place that breaks the rule.</summary>
    IEnumerable<string> Violations(SourceTree tree);
}
