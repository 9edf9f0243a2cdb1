using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using MppDigital.Platform.Identification;

namespace MppDigital.Connectors.Dukcapil.Simulator;

/// <summary>
/// Makes products of invented people, all marked CONTOH. Number and child follow from the application alone, so that a simulator that was
/// restarted still gives the same ones.
/// </summary>
internal sealed class SampleProducts(TimeProvider clock)
{
    private const int SyntheticSerials = 10;

    private readonly ConcurrentDictionary<(string Application, int Issue), string> made = new();

    /// <returns>The product, whether it was made before, and null where the key stands for something else or the applicant is unknown.</returns>
    public (DukcapilProductRecord? Product, string Code) Make(DukcapilProductOrder order)
    {
        // It may be tomorrow already where the child was born.
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1);
        if (SyntheticPeople.Find(order.Nik, today) is not { } applicant) return (null, DukcapilAnswer<DukcapilProductRecord>.NoSuchRecord);
        var content = JsonSerializer.Serialize(order with { DecidedAt = default });
        var isNew = made.TryAdd((order.Application, order.Issue), content);
        if (!isNew && made[(order.Application, order.Issue)] != content) return (null, DukcapilProductWords.Contradicts);

        var number = $"CONTOH-{order.Kind.Replace('_', '-')}-{order.Application}{(order.Issue > 1 ? $"-{order.Issue}" : "")}";
        var child = order.Kind == DukcapilProductWords.Birth ? ChildOf(order) : null;
        var lines = new List<string> { $"Nomor: {number}", $"Permohonan: {order.Application}", $"Pemohon: {applicant.Name} ({Nik.Mask(order.Nik)})" };
        if (child is not null) lines.Add($"NIK anak: {child.Nik}");
        lines.AddRange(order.Answers.Select(a => $"{a.Key}: {a.Value}"));
        lines.Add($"Disetujui oleh {order.DecidedBy}");
        var product = new DukcapilProductRecord(order.Application, order.Issue, order.Kind, order.Nik, number, SamplePdf.Of(order.Kind.Replace('_', ' '), lines), child);
        return (product, isNew ? DukcapilAnswer<DukcapilProductRecord>.Answered : DukcapilProductWords.AlreadyMade);
    }

    /// <summary>A number of the synthetic range with the child's birthday; two children of one day and district may share it, for the range has ten.</summary>
    private static DukcapilChildRecord? ChildOf(DukcapilProductOrder order)
    {
        string? Answer(string name) => order.Answers.TryGetValue(name, out var value) ? value.ToString() : null;
        if (!DateOnly.TryParseExact(Answer("tgl_lahir_anak"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) || Answer("nama_anak") is not { Length: > 0 } name) return null;
        var isGirl = Answer("jk_anak") == "P";
        var serial = (order.Application[^1] - '0') % SyntheticSerials;
        var nik = string.Create(CultureInfo.InvariantCulture, $"{order.Nik[..6]}{born.Day + (isGirl ? 40 : 0):00}{born.Month:00}{born.Year % 100:00}999{serial}");
        return new DukcapilChildRecord(nik, name, born, isGirl ? DukcapilWords.Woman : DukcapilWords.Man);
    }
}
