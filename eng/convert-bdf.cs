// Puts an identity in front of a BDF reference file and packs it again; the BDF rows stay byte for byte.
//   dotnet run eng/convert-bdf.cs -- IN.bdf.csv.gz OUT.bdf.csv.gz THING LABEL
#:property PublishAot=false

using System.IO.Compression;
using System.Text;

if (args is not [var input, var output, var thing, var label])
{
    Console.Error.WriteLine("usage: dotnet run eng/convert-bdf.cs -- IN.bdf.csv.gz OUT.bdf.csv.gz THING LABEL");
    return 2;
}

var preamble = $"# thing: {thing}\n# label: {label}\n# source: battery-data-format reference file {Path.GetFileName(input)}, Apache-2.0\n";
using var source = new GZipStream(File.OpenRead(input), CompressionMode.Decompress);
using var target = new GZipStream(File.Create(output), CompressionLevel.SmallestSize);
target.Write(Encoding.UTF8.GetBytes(preamble));
source.CopyTo(target);
return 0;
