using System.Buffers.Binary;

namespace MppDigital.Platform.Files;

/// <summary>Recognises a file by its structure: a name or a first line is easily forged, a chain of segments that holds together is not an accident.</summary>
internal static class FileContent
{
    /// <summary>An image above this many pixels is a bomb for whoever opens it, not a scan: A4 at 600 dpi has 35 million.</summary>
    private const ulong MostPixels = 100_000_000;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static FileType? TypeOf(ReadOnlySpan<byte> content) =>
        IsPng(content) ? FileType.Png : IsJpeg(content) ? FileType.Jpeg : IsPdf(content) ? FileType.Pdf : null;

    /// <summary>Chunks follow each other without a gap from IHDR to IEND, which ends the file.</summary>
    private static bool IsPng(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(PngSignature)) return false;
        var (at, data) = (PngSignature.Length, false);
        while (content.Length - at >= 12)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(content[at..]);
            var kind = content.Slice(at + 4, 4);
            if (length > (uint)(content.Length - at - 12)) return false;
            if (at == PngSignature.Length && !(kind.SequenceEqual("IHDR"u8) && length == 13 && HasPixels(
                BinaryPrimitives.ReadUInt32BigEndian(content[(at + 8)..]),
                BinaryPrimitives.ReadUInt32BigEndian(content[(at + 12)..])))) return false;
            data |= kind.SequenceEqual("IDAT"u8);
            at += 12 + (int)length;
            if (kind.SequenceEqual("IEND"u8)) return data && length == 0 && at == content.Length;
        }

        return false;
    }

    /// <summary>Segments from SOI through a frame header to the scan, then EOI. Phones append thumbnails and clips after EOI: allowed.</summary>
    private static bool IsJpeg(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith([(byte)0xFF, (byte)0xD8])) return false;
        var (at, frame) = (2, false);
        while (content.Length - at >= 4 && content[at] == 0xFF)
        {
            var marker = content[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (length < 2 || length > content.Length - at - 2) return false;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (length < 8 || !HasPixels(BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..]))) return false;
                frame = true;
            }

            at += 2 + length;
            if (marker == 0xDA) return frame && content[at..].IndexOf([(byte)0xFF, (byte)0xD9]) >= 0;
        }

        return false;
    }

    /// <summary>Readers look for the end mark in the last 1024 bytes only, because some writers pad the file.</summary>
    private static bool IsPdf(ReadOnlySpan<byte> content)
    {
        if (content.Length < 32 || !content.StartsWith("%PDF-"u8) || content[5] is not ((byte)'1' or (byte)'2') || content[6] != '.') return false;
        var tail = content[^Math.Min(content.Length, 1024)..];
        var end = tail.LastIndexOf("%%EOF"u8);
        return end >= 0 && tail[..end].LastIndexOf("startxref"u8) >= 0;
    }

    private static bool HasPixels(uint width, uint height) => width > 0 && height > 0 && (ulong)width * height <= MostPixels;
}
