using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Login.MyAccount;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.PersonalData;

namespace MppDigital.Cli.Verbs;

/// <summary>What the written notice after a failure of data protection needs (UU 27/2022 article 46): whose data, which, and who opened it.</summary>
internal static class Breach
{
    private sealed record Summary(
        string Regency, DateTimeOffset From, DateTimeOffset To, int People, int LookedAt, int Looks, int Officials, IReadOnlyDictionary<string, int> Categories, int WithoutContact, string File, IReadOnlyList<string> Next);

    private sealed record NamedPerson(string Sub, string Name, string? Phone, string? Email, IReadOnlyList<string> Categories, IReadOnlyList<string> Applications, int LookedAt);

    private static readonly string[] Next =
    [
        "Beri tahu tertulis setiap orang dan lembaga pelindungan data pribadi paling lambat 3 x 24 jam sejak diketahui (UU 27/2022 pasal 46 ayat 1).",
        "Isi pemberitahuan: data apa yang terungkap, kapan dan bagaimana, dan upaya penanganan dan pemulihan (ayat 2).",
        "Umumkan kepada masyarakat bila pelayanan publik terganggu atau dampaknya berat (ayat 3).",
        "Akhiri sesi petugas yang terlibat, ganti kredensial daerah ini, dan simpan log sebagai bukti.",
        "Hapus berkas daftar orang ini setelah pemberitahuan selesai.",
    ];

    public static Command Command(Terminal terminal, Option<bool> json)
    {
        var regency = new Option<string>("--regency") { Description = "Kode (13.75) atau subdomain (bukittinggi)", Required = true };
        var from = new Option<string>("--from") { Description = "Tanggal pertama di zona daerah itu, 2026-11-01", Required = true };
        var to = new Option<string>("--to") { Description = "Tanggal terakhir, ikut dihitung", Required = true };
        var file = new Option<string?>("--file") { Description = "Nama berkas daftar orang; bila kosong dibuat di folder ini" };
        var command = new Command("breach", "Bahan pemberitahuan kegagalan pelindungan data satu daerah") { regency, from, to, file };
        command.SetAction((parsed, ct) => RunAsync(terminal, parsed.GetRequiredValue(regency), parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetValue(file), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string given, string first, string last, string? file, bool json, CancellationToken ct)
    {
        if (DayOf(first) is not { } from || DayOf(last) is not { } until || until < from) return await terminal.RefuseAsync(Problems.WrongPeriod, json);
        await using var deployment = Deployment.Open(terminal);
        if (await deployment.ReadRegistryAsync(ct) is not { } registry) return await terminal.RefuseAsync(Problems.NotProvisioned, json);
        if (Deployment.Find(registry, given) is not { } regency) return await terminal.RefuseAsync(Problems.UnknownRegency(given), json);
        await using var scope = deployment.Get<IRegencyScopes>().For(regency.Code);
        var (begin, end) = (Midnight(from, regency), Midnight(until.AddDays(1), regency));
        var report = (await scope.ServiceProvider.GetRequiredService<IUseCase<GatherBreach, BreachReport>>().HandleAsync(new GatherBreach(begin.UtcDateTime, end.UtcDateTime), ct)).Value!;
        var contacts = (await deployment.Get<IUseCase<ReadContacts, IReadOnlyList<PersonContact>>>().HandleAsync(new ReadContacts([.. report.People.Select(p => p.Sub)]), ct)).Value!.ToDictionary(c => c.Sub);
        var people = report.People.Select(p => contacts.TryGetValue(p.Sub, out var contact)
            ? new NamedPerson(p.Sub, contact.Name, contact.Phone, contact.Email, p.Categories, p.Applications, p.LookedAt)
            : new NamedPerson(p.Sub, p.Name, null, null, p.Categories, p.Applications, p.LookedAt)).ToList();

        var path = Path.GetFullPath(file ?? $"kegagalan-{regency.Code.Code4}-{from:yyyyMMdd}-{until:yyyyMMdd}.json");
        try
        {
            await OwnerFile.WriteAsync(path, JsonSerializer.SerializeToUtf8Bytes(new { regency = regency.Code.Value, from = begin, to = end, people, looks = report.Looks }, CommandJson.Indented), ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await terminal.RefuseAsync(Problems.Unwritable(path, e.Message), json);
        }

        var summary = new Summary(
            regency.Code.Value, begin, end, people.Count, people.Count(p => p.LookedAt > 0), report.Looks.Count, report.Looks.Select(l => l.Actor).Where(a => a.Length > 0).Distinct().Count(),
            people.SelectMany(p => p.Categories).CountBy(c => c).OrderBy(c => c.Key, StringComparer.Ordinal).ToDictionary(), people.Count(p => p is { Phone: null, Email: null }), path, Next);
        await terminal.WriteAsync(json, summary, () => $"""
            {regency.Name} ({regency.Code}), {from:yyyy-MM-dd} sampai {until:yyyy-MM-dd}
            orang yang datanya tersimpan  {summary.People}
            datanya dibuka pada masa itu  {summary.LookedAt} orang, {summary.Looks} kali, oleh {summary.Officials} petugas
            jenis data                    {string.Join(", ", summary.Categories.Select(c => $"{c.Key} {c.Value}"))}
            tanpa HP dan e-mail           {summary.WithoutContact} orang: beri tahu lewat surat atau pengumuman
            daftar orang                  {summary.File} (hanya Anda yang dapat membacanya)

            Langkah berikutnya:
            {string.Join(Environment.NewLine, Next.Select((step, i) => $"{i + 1}. {step}"))}
            """);
        return ExitCode.Done;
    }

    private static DateOnly? DayOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2199 ? day : null;

    private static DateTimeOffset Midnight(DateOnly day, Regency regency) => new(day.ToDateTime(TimeOnly.MinValue), regency.Zone.BaseUtcOffset);
}
