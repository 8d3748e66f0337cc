namespace Voltloop.Record.Importing;

/// <summary>One change that an importer made to what a file says, so that nobody takes it for the file's own word.</summary>
/// <param name="Rule">Kebab-case name of the rule, for example <c>sign-turned</c>.</param>
/// <param name="Column">Column that was changed.</param>
/// <param name="What">What was done, in words with units.</param>
/// <param name="Rows">Rows that it touched; 0 for a whole column or the file.</param>
public sealed record ImportRepair(string Rule, string Column, string What, long Rows)
{
    /// <summary>True when the file was wrong; false when its format only says it another way.</summary>
    public bool IsMended { get; init; }
}
