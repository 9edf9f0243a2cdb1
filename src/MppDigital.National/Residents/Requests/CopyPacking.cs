using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MppDigital.National.Residents.Requests;

/// <summary>One file that a person can open on any phone and any program can read: a page, the same as JSON, and the papers.</summary>
internal static class CopyPacking
{
    // Unsafe means inside HTML; this file is read as JSON, where names keep their letters.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Pack(PersonalCopy copy, DateTime at)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            Add(zip, "baca-saya.html", Encoding.UTF8.GetBytes(CopyPage.Write(copy.Data, at)));
            Add(zip, "data.json", Encoding.UTF8.GetBytes(copy.Data.ToJsonString(Readable)));
            foreach (var (name, content) in copy.Files.All) Add(zip, name, content);
        }

        return packed.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }
}
