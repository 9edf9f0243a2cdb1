using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using MppDigital.Web.Components.Accent;

namespace MppDigital.Web.Components.Installed;

/// <summary>The sign as PNG (ISO/IEC 15948), for phones that take no SVG: eight bits a colour, no filter, drawn when first asked for.</summary>
internal static class IconPng
{
    // Two by two points a pixel: edges are soft enough at 192 and nobody sees more at 512.
    private const int Fine = 2;

    // Few accents and two sizes; a picture is some kilobytes.
    private static readonly ConcurrentDictionary<(string Accent, int Size), byte[]> Drawn = new();

    private static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 0 ? c >> 1 : 0xEDB88320 ^ (c >> 1)))];

    public static byte[] Of(AccentSheet accent, int size) => Drawn.GetOrAdd((accent.Asset.Path, size), key => Draw(accent.Palette, key.Size));

    private static byte[] Draw(Palette palette, int size)
    {
        var (ground, petal, dot) = (Parse(palette.Deep), Parse(palette.Bright), Parse(Palette.White));
        using var rows = new MemoryStream();
        for (var y = 0; y < size; y++)
        {
            rows.WriteByte(0);
            for (var x = 0; x < size; x++)
            {
                Span<int> sum = [0, 0, 0];
                for (var part = 0; part < Fine * Fine; part++)
                {
                    var (px, py) = (At(x, part % Fine, size), At(y, part / Fine, size));
                    var colour = IconShape.IsDot(px, py) ? dot : IconShape.IsPetal(px, py) ? petal : ground;
                    for (var i = 0; i < 3; i++) sum[i] += colour[i];
                }

                foreach (var total in sum) rows.WriteByte((byte)(total / (Fine * Fine)));
            }
        }

        return Write(size, rows.ToArray());
    }

    private static double At(int pixel, int part, int size) => (pixel + ((part + .5) / Fine)) * IconShape.Side / size;

    private static byte[] Parse(string colour) => Convert.FromHexString(colour.AsSpan(1));

    private static byte[] Write(int size, byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(rows);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], size);
        (header[8], header[9]) = (8, 2);
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", header);
        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, string type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        file.Write(body);
        var crc = ~body.Aggregate(uint.MaxValue, (c, b) => Crc[(c ^ b) & 0xFF] ^ (c >> 8));
        BinaryPrimitives.WriteUInt32BigEndian(number, crc);
        file.Write(number);
    }
}
