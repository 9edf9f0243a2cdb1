using System.Text.Json;
using System.Text.Json.Serialization;
using MppDigital.Platform.Identification;

namespace MppDigital.Connectors.Dukcapil;

// No contract is published by which another system orders a certificate or a card: offices type into the civil register's own program (SIAK).
// The shape below is ours, in the manner of its data warehouse; what an agreement says otherwise is changed in this file and nowhere else.

internal sealed record DukcapilProductOrder(
    // The two that make it one product, however often it is asked for.
    [property: JsonPropertyName("NO_PERMOHONAN")] string Application,
    [property: JsonPropertyName("TERBITAN")] int Issue,
    [property: JsonPropertyName("JENIS_PRODUK")] string Kind,
    [property: JsonPropertyName("NIK_PEMOHON")] string Nik,
    [property: JsonPropertyName("ISIAN")] IReadOnlyDictionary<string, JsonElement> Answers,
    [property: JsonPropertyName("PEJABAT")] string DecidedBy,
    [property: JsonPropertyName("WAKTU_KEPUTUSAN")] DateTime DecidedAt);

internal sealed record DukcapilProductRecord(
    [property: JsonPropertyName("NO_PERMOHONAN")] string? Application,
    [property: JsonPropertyName("TERBITAN")] int? Issue,
    [property: JsonPropertyName("JENIS_PRODUK")] string? Kind,
    [property: JsonPropertyName("NIK_PEMOHON")] string? Nik,
    [property: JsonPropertyName("NO_PRODUK")] string? Number,
    [property: JsonPropertyName("DOKUMEN")] byte[]? Pdf,
    [property: JsonPropertyName("ANAK")] DukcapilChildRecord? Child);

/// <summary>The person that a birth certificate registers.</summary>
internal sealed record DukcapilChildRecord(
    [property: JsonPropertyName("NIK")] string? Nik,
    [property: JsonPropertyName("NAMA_LGKP")] string? Name,
    [property: JsonPropertyName("TGL_LHR")] DateOnly? BirthDate,
    [property: JsonPropertyName("JENIS_KLMIN")] string? Sex);

internal static class DukcapilProductWords
{
    public const string Path = "dukcapil/product";

    /// <summary>Beside <see cref="DukcapilAnswer{T}.Answered"/>: made already, and this is it.</summary>
    public const string AlreadyMade = "02";

    /// <summary>The same key with another content.</summary>
    public const string Contradicts = "22";

    public const string Birth = "AKTA_KELAHIRAN";

    /// <summary>The definition's word to the register's.</summary>
    public static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["birth-certificate"] = Birth,
        ["death-certificate"] = "AKTA_KEMATIAN",
        ["marriage-certificate"] = "AKTA_PERKAWINAN",
        ["divorce-certificate"] = "AKTA_PERCERAIAN",
        ["family-card"] = "KARTU_KELUARGA",
        ["child-card"] = "KIA",
        ["identity-card"] = "KTP_EL",
        ["moving-letter"] = "SKPWNI",
    };

    /// <summary>Facts by the definition's names; null where a birth certificate registers nobody, or somebody with a number that cannot be.</summary>
    public static IReadOnlyDictionary<string, JsonElement>? FactsOf(DukcapilProductRecord record, DateOnly today)
    {
        if (record.Kind != Birth) return new Dictionary<string, JsonElement>();
        if (record.Child is not { Nik: { } nik, Name: { Length: > 0 } name, BirthDate: { } born } || Nik.FaultOf(nik, today) is not null) return null;
        // The number of a child states its birthday.
        if (nik == record.Nik || Nik.BirthDateOf(nik, today) != born) return null;
        return new Dictionary<string, JsonElement>
        {
            ["child_nik"] = JsonSerializer.SerializeToElement(nik),
            ["child_member"] = JsonSerializer.SerializeToElement(new[] { new Dictionary<string, string> { ["name"] = name, ["nik"] = nik, ["relation"] = DukcapilWords.Child } }),
        };
    }
}
