namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>Where a fact stands in an event.</summary>
internal enum FactSource
{
    /// <summary>The day of the event, in its own offset.</summary>
    Date,

    /// <summary>The business location, else the read point, as a list of one.</summary>
    Place,

    /// <summary>A field of one's own; perhaps a value for when it is absent stands behind its name.</summary>
    Field,

    /// <summary>A field of one's own, else the serial number in the identifier.</summary>
    Serial,

    /// <summary>A sensor report: type and unit (UN Rec 20).</summary>
    Sensor,

    /// <summary>Always the same value.</summary>
    Constant,

    /// <summary>What is inside after the event.</summary>
    Parts,

    /// <summary>What it is inside of after the event.</summary>
    Whole,

    /// <summary>What went into the event.</summary>
    Inputs,

    /// <summary>What the event happened to.</summary>
    Subjects,
}
