using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MppDigital.Platform.Persistence;

/// <summary>Gives back as UTC what was stored as UTC; SQLite and SQL Server forget the kind of a <see cref="DateTime"/>.</summary>
public sealed class UtcDateTime() : ValueConverter<DateTime, DateTime>(value => value, value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
