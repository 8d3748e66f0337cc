namespace Voltloop.Record.Events;

/// <summary>In which field of an event a name stands. The numbers are stored: never renumber.</summary>
[Flags]
public enum EventRoles
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary><c>epcList</c>.</summary>
    Epc = 1,

    /// <summary><c>parentID</c>.</summary>
    Parent = 2,

    /// <summary><c>childEPCs</c>.</summary>
    Child = 4,

    /// <summary><c>inputEPCList</c>.</summary>
    Input = 8,

    /// <summary><c>outputEPCList</c>.</summary>
    Output = 16,

    /// <summary><c>quantityList</c>.</summary>
    Class = 32,

    /// <summary><c>childQuantityList</c>.</summary>
    ChildClass = 64,

    /// <summary><c>inputQuantityList</c>.</summary>
    InputClass = 128,

    /// <summary><c>outputQuantityList</c>.</summary>
    OutputClass = 256,

    /// <summary><c>transformationID</c>.</summary>
    Transformation = 512,

    /// <summary><c>bizTransactionList</c>.</summary>
    Transaction = 1024,

    /// <summary><c>sourceList</c>.</summary>
    Source = 2048,

    /// <summary><c>destinationList</c>.</summary>
    Destination = 4096,

    /// <summary><c>bizStep</c>.</summary>
    BizStep = 8192,

    /// <summary><c>disposition</c>.</summary>
    Disposition = 16_384,

    /// <summary><c>readPoint</c>.</summary>
    ReadPoint = 32_768,

    /// <summary><c>bizLocation</c>.</summary>
    BizLocation = 65_536,

    /// <summary>The type of the event.</summary>
    Type = 131_072,

    /// <summary>Single things.</summary>
    Things = Epc | Parent | Child | Input | Output,

    /// <summary>Quantities of a class.</summary>
    Classes = Class | ChildClass | InputClass | OutputClass,

    /// <summary>Everything that an event is about: things and quantities.</summary>
    Objects = Things | Classes,
}
