namespace Voltloop.Health.ReadCyclers;

/// <summary>How the fields of a column are written.</summary>
internal enum FieldKind
{
    /// <summary>A number.</summary>
    Number = 0,

    /// <summary>Days, hours, minutes and seconds, as in <c>1d 02:03:04.5</c>, or a number.</summary>
    Duration = 1,

    /// <summary>Date and time of day, or a number of seconds since 1970 or days since 1900.</summary>
    Date = 2,

    /// <summary>Words.</summary>
    Word = 3,
}
