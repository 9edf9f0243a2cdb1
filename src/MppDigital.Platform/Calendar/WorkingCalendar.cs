using System.Collections.Frozen;

namespace MppDigital.Platform.Calendar;

/// <summary>
/// Which days count: Monday to Friday without national holiday, collective leave or the regency's own holiday.
/// Opening on Saturday is a matter of opening hours and changes nothing here.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<DateOnly, Holiday> holidays;

    /// <param name="national">In force for everybody; wins where a regency declares the same day.</param>
    /// <param name="local">The regency's own.</param>
    /// <param name="lastOfficialYear">Null when no year has its decree yet: then every date is provisional.</param>
    public WorkingCalendar(IEnumerable<Holiday> national, IEnumerable<Holiday> local, int? lastOfficialYear)
    {
        var byDate = new Dictionary<DateOnly, Holiday>();
        foreach (var holiday in national.Concat(local)) byDate.TryAdd(holiday.Date, holiday);
        holidays = byDate.ToFrozenDictionary();
        LastOfficialYear = lastOfficialYear;
    }

    public int? LastOfficialYear { get; }

    public static WorkingCalendar From(HolidayFile file, IEnumerable<Holiday> local) =>
        new(file.Holidays, local, file.OfficialYears.Count == 0 ? null : file.OfficialYears.Max());

    public Holiday? HolidayOn(DateOnly date) => holidays.GetValueOrDefault(date);

    public bool IsWorkingDay(DateOnly date) => KindOf(date) == DayKind.Working;

    /// <summary>A holiday on a Saturday is told as a holiday: its name explains more than the weekend does.</summary>
    public DayKind KindOf(DateOnly date) =>
        holidays.ContainsKey(date) ? DayKind.Holiday
        : date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend
        : DayKind.Working;

    public bool IsProvisional(DateOnly date) => LastOfficialYear is not { } year || date.Year > year;
}

public enum DayKind
{
    Working,
    Weekend,
    Holiday,

    /// <summary>A working day at whose end the file still waited for the citizen.</summary>
    Paused,
}
