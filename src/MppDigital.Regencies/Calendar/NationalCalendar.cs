using Microsoft.Extensions.Options;
using MppDigital.Platform;
using MppDigital.Platform.Calendar;

namespace MppDigital.Regencies.Calendar;

/// <summary>The national holidays of the seed folder, read once. A regency without closures of its own shares one calendar object.</summary>
internal sealed class NationalCalendar(IOptions<PlatformOptions> options)
{
    private readonly Lazy<HolidayFile> file = new(() => HolidayFile.Parse(File.ReadAllText(Path.Combine(options.Value.SeedDirectory, "holidays.json"))));
    private WorkingCalendar? shared;

    public WorkingCalendar With(IReadOnlyList<Holiday> local) =>
        local.Count > 0 ? WorkingCalendar.From(file.Value, local) : shared ??= WorkingCalendar.From(file.Value, []);
}
