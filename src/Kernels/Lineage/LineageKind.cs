namespace Voltloop.Kernels.Lineage;

/// <summary>How one thing came to be in another.</summary>
public enum LineageKind : byte
{
    /// <summary>Consumed: it became part of something else for good (EPCIS TransformationEvent).</summary>
    Transformation = 0,

    /// <summary>Built in, and can be taken out again (EPCIS AggregationEvent).</summary>
    Aggregation = 1,

    /// <summary>Attached, and can be detached again (EPCIS AssociationEvent).</summary>
    Association = 2,
}
