using System.Buffers.Binary;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>
/// Takes out of a photo what a camera writes about itself: place, time, device, owner (Exif, XMP, comments). The picture itself is untouched.
/// JPEG: ITU-T T.81 B.1.1; PNG: W3C PNG third edition, section 11.3.
/// </summary>
internal static class PhotoTraces
{
    private static readonly string[] PngTraces = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME"];

    /// <returns>The same bytes where it is no photo, or not a whole one: the file store then judges it.</returns>
    public static byte[] Remove(byte[] content) =>
        content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? OfJpeg(content)
        : content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? OfPng(content)
        : content;

    private static byte[] OfJpeg(byte[] content)
    {
        using var clean = new MemoryStream(content.Length);
        clean.Write(content, 0, 2);
        var at = 2;
        while (at + 4 <= content.Length && content[at] == 0xFF)
        {
            var marker = content[at + 1];
            // From the scan on there are no more segments of this kind before the picture ends.
            if (marker == 0xDA) break;
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(at + 2));
            if (at + length > content.Length) return content;
            // Kept: JFIF (E0), colour profile (E2), Adobe's colour transform (EE); without them the picture looks wrong.
            var isTrace = marker is 0xFE or (>= 0xE1 and <= 0xEF and not 0xE2 and not 0xEE);
            if (!isTrace) clean.Write(content, at, length);
            at += length;
        }

        clean.Write(content, at, content.Length - at);
        return clean.ToArray();
    }

    private static byte[] OfPng(byte[] content)
    {
        using var clean = new MemoryStream(content.Length);
        clean.Write(content, 0, 8);
        for (var at = 8; at < content.Length;)
        {
            if (at + 12 > content.Length || BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(at)) is var data && data > content.Length - at - 12) return content;
            var length = 12 + (int)data;
            if (!PngTraces.Contains(System.Text.Encoding.ASCII.GetString(content, at + 4, 4))) clean.Write(content, at, length);
            at += length;
        }

        return clean.ToArray();
    }
}
