namespace MppDigital.Platform.Calendar;

/// <summary>A day on which offices are closed and no legal limit runs.</summary>
/// <param name="Name">Indonesian, as in the decree.</param>
/// <param name="NameEn">English, where the source has one.</param>
public sealed record Holiday(DateOnly Date, string Name, string? NameEn, HolidayType Type);

public enum HolidayType
{
    /// <summary>Libur nasional.</summary>
    National,

    /// <summary>Cuti bersama: leave of the civil service by joint decree, so counters are closed too.</summary>
    CollectiveLeave,

    /// <summary>Declared by one regency for itself.</summary>
    Local,
}
