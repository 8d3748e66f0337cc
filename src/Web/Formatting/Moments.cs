using System.Globalization;

namespace Voltloop.Web.Formatting;

/// <summary>Moments as people read them, always UTC.</summary>
public static class Moments
{
    /// <summary>For example <c>3 Feb 2027</c>.</summary>
    public static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>For example <c>3 Feb 2027, 14:05:09 UTC</c>; the time is left out at midnight.</summary>
    public static string Exact(DateTimeOffset moment) => moment.UtcDateTime.TimeOfDay == TimeSpan.Zero
        ? Day(moment)
        : moment.UtcDateTime.ToString("d MMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>ISO 8601, for <c>datetime</c> attributes.</summary>
    public static string Iso(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
