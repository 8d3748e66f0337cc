namespace Voltloop.Passport.Model;

/// <summary>Statuses in words.</summary>
internal static class CompletenessWords
{
    /// <summary>One or two words.</summary>
    public static string Of(CompletenessStatus status) => status switch
    {
        CompletenessStatus.Present => "present",
        CompletenessStatus.Missing => "missing",
        CompletenessStatus.NotYetRequired => "not yet required",
        CompletenessStatus.Conditional => "conditional",
        CompletenessStatus.NotShown => "not shown to you",
        _ => "not applicable",
    };
}
