namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>What a rule asks for.</summary>
internal enum KeyEventRuleKind
{
    /// <summary>One of the event types of the vocabulary.</summary>
    Form,

    /// <summary>A business step that fits.</summary>
    Step,

    /// <summary>Goods with a mass.</summary>
    Mass,

    /// <summary>A sensor report of a type, in range.</summary>
    Sensor,

    /// <summary>A sensor report of mass, or goods with a mass, in range.</summary>
    MassOrSensor,

    /// <summary>A place: business location or read point.</summary>
    Place,

    /// <summary>A destination: who owns or holds it next.</summary>
    Destination,

    /// <summary>A certificate or test report.</summary>
    Certificate,

    /// <summary>A field of one's own, perhaps with one of some values.</summary>
    Field,

    /// <summary>One of some dispositions.</summary>
    Disposition,

    /// <summary>Something must have happened to at least one of the goods before.</summary>
    AfterAny,

    /// <summary>Something must have happened to each of the goods before.</summary>
    AfterEvery,

    /// <summary>After this, only some key events may happen to the goods.</summary>
    OnlyThen,
}
