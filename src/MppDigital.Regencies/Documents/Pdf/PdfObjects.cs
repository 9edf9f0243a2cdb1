using System.Security.Cryptography;
using System.Text;

namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>The numbered objects of a file and the table of where each begins. Plain tables and streams, so that a signature knows what it signs.</summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]> bodies = [];
    private readonly List<int> positions = [];

    /// <summary>A number for an object that others refer to before it is written.</summary>
    public int Reserve()
    {
        bodies.Add([]);
        return bodies.Count;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public void Set(int number, string body) => bodies[number - 1] = Encoding.Latin1.GetBytes(body);

    public int AddStream(string entries, byte[] data)
    {
        var number = Reserve();
        bodies[number - 1] = [.. Encoding.Latin1.GetBytes($"<< {entries}/Length {data.Length} >>\nstream\n"), .. data, .. "\nendstream"u8];
        return number;
    }

    /// <summary>Where an object begins, once the file is written.</summary>
    public int PositionOf(int number) => positions[number - 1];

    public byte[] Write(int catalog, int information)
    {
        using var file = new MemoryStream();

        // Four bytes above 127 tell transports that this is not text.
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var table = new StringBuilder($"xref\n0 {bodies.Count + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < bodies.Count; i++)
        {
            positions.Add((int)file.Position);
            table.Append(null, $"{file.Position:0000000000} 00000 n \n");
            Write(file, $"{i + 1} 0 obj\n");
            file.Write(bodies[i]);
            Write(file, "\nendobj\n");
        }

        // From the content, not from chance: the same document has the same bytes whenever it is downloaded.
        var id = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)).AsSpan(0, 16));
        var start = file.Position;
        Write(file, $"{table}trailer\n<< /Size {bodies.Count + 1} /Root {catalog} 0 R /Info {information} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
